import { Writable, type Readable } from 'node:stream';
// The class for tools with plain JSON schemas. The other one needs a library of schemas in each bundle that names tools.
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  type CallToolResult,
  type Tool,
} from '@modelcontextprotocol/sdk/types.js';
import {
  answerCall,
  descriptionOf,
  inputSchemaOf,
  instructions,
  isToolName,
  toolNames,
  tools,
  type AnswerSource,
} from '../../core/index.ts';
import { version } from '../version.ts';

/** The ends of a connection to a client. */
export interface Connection {
  readonly input: Readable;
  /** Sends one or more messages. Nothing else may be written there. */
  readonly output: (text: string) => void;
  /** Tells a person of a failure, on one line. */
  readonly note: (text: string) => void;
}

/** Longer messages are refused, and end the connection. In bytes. */
const longestMessage = 1_000_000;

/** Answers a client over the Model Context Protocol. Resolves when its input has ended and its calls are answered. @param source may still be read. */
export async function serve(source: Promise<AnswerSource>, { input, output, note }: Connection): Promise<void> {
  const server = new Server(
    { name: 'runbook-lens', title: 'Runbook Lens', version },
    {
      capabilities: { tools: {} },
      instructions,
      // Only what a client asks a user for would be validated. This server asks for nothing.
      jsonSchemaValidator: {
        getValidator: () => () => ({ valid: false, data: undefined, errorMessage: 'Nothing is asked for.' }),
      },
    },
  );
  /** Calls that are not answered yet. */
  const pending = new Set<Promise<unknown>>();
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: toolNames.map(toolOf) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }): Promise<CallToolResult> => {
    if (!isToolName(params.name)) {
      throw new McpError(ErrorCode.InvalidParams, `There is no such tool. Use ${toolNames.join(', ')}.`);
    }
    const { name, arguments: given } = params;
    const answer = source.then((from) => answerCall(name, given, from));
    pending.add(answer);
    const { text, isError } = await answer.finally(() => pending.delete(answer));
    return { content: [{ type: 'text', text }], ...(isError && { isError }) };
  });
  // The SDK's only way.
  // oxlint-disable-next-line unicorn/prefer-add-event-listener
  server.onerror = (error) => note(`runbook-lens mcp: ${error.message}`);
  // A client that is told of a failure does not tell the user. Each call fails too.
  source.catch((error: unknown) => note(`runbook-lens mcp: ${String(error)}`));
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      const text = chunk.toString('utf8');
      output(text);
      done();
    },
  });
  const ended = new Promise<void>((resolve) => {
    input.once('end', resolve).once('close', resolve);
    // The SDK's only way, as above.
    // oxlint-disable-next-line unicorn/prefer-add-event-listener
    server.onclose = resolve;
  });
  await server.connect(new StdioServerTransport(input, sink, { maxBufferSize: longestMessage }));
  await ended;
  // Input may come from a pipe that ends at once. An answer is sent a moment after it is made.
  await Promise.allSettled(pending);
  await new Promise((resolve) => setImmediate(resolve));
  await server.close();
}

function toolOf(name: (typeof toolNames)[number]): Tool {
  const { properties, ...schema } = inputSchemaOf(name);
  const { title } = tools[name];
  return {
    name,
    title,
    description: descriptionOf(name),
    inputSchema: { ...schema, properties: { ...properties } },
    annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  };
}
