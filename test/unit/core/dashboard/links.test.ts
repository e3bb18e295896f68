import assert from 'node:assert/strict';
import { dashboardLinks, dashboardLinksOfAlert } from '../../../../src/core/dashboard/links.ts';
import { readDocument } from '../../../../src/core/document/document.ts';
import { loadAlerts } from '../../../../src/core/index.ts';

const grafana = 'https://grafana.acme.io/d/abc/shop';

/** The links of a text: the title or `-`, the tool, the address, and the text at the place. */
function linksIn(text: string): string[] {
  const document = readDocument({ uri: 'a.md', root: 'root', path: 'a.md' }, text);
  return dashboardLinks(document).map(
    ({ tool, address, title = '-', range, template }) =>
      `${title} | ${tool}${template ? ' template' : ''} | ${address} | ${document.lines.slice(range)}`,
  );
}

describe('links to dashboards in a document', () => {
  it('are those of Markdown, with their titles and places', () => {
    assert.deepEqual(
      linksIn(
        `# Shop\n\nSee [the **shop**](${grafana}?a=1) and <${grafana}>, or ${grafana}/.\n\n- [logs][l] \n\n[l]: https://app.datadoghq.com/logs?query=a\n`,
      ),
      [
        `the shop | grafana | ${grafana}?a=1 | [the **shop**](${grafana}?a=1)`,
        `- | grafana | ${grafana} | <${grafana}>`,
        `- | grafana | ${grafana}/ | ${grafana}/`,
        '[logs] | datadog | https://app.datadoghq.com/logs?query=a | [logs][l]'.replace('[logs] ', 'logs '),
      ],
    );
  });

  it('are in tables, quotations, headings and lists', () => {
    assert.deepEqual(
      linksIn(`## [A](${grafana})\n\n> - [B](${grafana})\n\n| x | y |\n| - | - |\n| [C](${grafana}) | ${grafana} |\n`),
      ['A', 'B', 'C', '-'].map(
        (title) => `${title} | grafana | ${grafana} | ${title === '-' ? grafana : `[${title}](${grafana})`}`,
      ),
    );
  });

  it('are in code, in front matter and in HTML', () => {
    assert.deepEqual(
      linksIn(
        `---\ndashboard: "${grafana}"\n---\n\n\`${grafana}?a\`\n\n\`\`\`sh\nopen '${grafana}?b&c' # (${grafana}?d)\n\`\`\`\n\n<a href="${grafana}?e&amp;f">x</a>\n`,
      ),
      [
        `- | grafana | ${grafana} | ${grafana}`,
        `- | grafana | ${grafana}?a | ${grafana}?a`,
        `- | grafana | ${grafana}?b&c | ${grafana}?b&c`,
        `- | grafana | ${grafana}?d | ${grafana}?d`,
        `- | grafana | ${grafana}?e&f | ${grafana}?e&amp;f`,
      ],
    );
  });

  it('keep brackets and quotation marks that belong to the address', () => {
    const kibana = "https://logs.acme.io/app/discover#/?_g=(filters:!(),time:(from:'2025-11-03T08:00:00.000Z',to:now))";
    const aws =
      "https://console.aws.amazon.com/cloudwatch/home#metricsV2:graph=~(metrics~(~(~'AWS*2fLambda~'Errors))~start~'-PT3H)";
    const query = 'https://logs.acme.io/app/discover#/?_g=()&_a=(query:"a")';
    assert.deepEqual(linksIn(`\`${query}\` "${query}" "${grafana}"\n`), [
      `- | kibana | ${query} | ${query}`,
      `- | kibana | ${query.slice(0, -5)} | ${query.slice(0, -5)}`,
      `- | grafana | ${grafana} | ${grafana}`,
    ]);
    assert.deepEqual(linksIn(`[K](${kibana})\n\n${aws}\n\n(${kibana}).\n`), [
      `K | kibana | ${kibana} | [K](${kibana})`,
      `- | cloudwatch | ${aws} | ${aws}`,
      `- | kibana | ${kibana} | ${kibana}`,
    ]);
  });

  it('may have spaces in their query and fragment, in angle brackets', () => {
    const kibana = "https://logs.acme.io/app/discover#/?_g=()&_a=(query:'a b')";
    assert.deepEqual(linksIn(`[K](<${kibana}>)\n`), [`K | kibana | ${kibana} | [K](<${kibana}>)`]);
  });

  it('are found on lines that are too long for Markdown to be read in them', () => {
    const long = `${grafana}?${'var-pod=a&'.repeat(400)}b`;
    assert.deepEqual(linksIn(`[Long](${long})\n`), [`Long | grafana | ${long} | ${long}`]);
  });

  it('say where something is still to be filled in', () => {
    assert.deepEqual(
      linksIn(
        `[A](https://grafana.acme.io/d/a/b?var-pod={{ $labels.pod }}) and https://grafana.<cluster>.acme.io/d/a/b?x=<pod>\n\n    curl https://\${HOST}/d/a/b\n`,
      ),
      [
        'A | grafana template | https://grafana.acme.io/d/a/b?var-pod={{ $labels.pod }} | https://grafana.acme.io/d/a/b?var-pod={{ $labels.pod }}',
        '- | grafana template | https://grafana.<cluster>.acme.io/d/a/b?x=<pod> | https://grafana.<cluster>.acme.io/d/a/b?x=<pod>',
        '- | grafana template | https://${HOST}/d/a/b | https://${HOST}/d/a/b',
      ],
    );
  });

  it('are no pictures, no other links, and nothing without a scheme', () => {
    assert.deepEqual(
      linksIn(
        `![p](${grafana})\n[x](https://example.org/d/abc) [y](../d/abc/shop.md) grafana.acme.io/d/abc/shop\n<!-- ![p](https://example.org) -->\n`,
      ),
      [],
    );
    assert.deepEqual(linksIn(`[![p](https://example.org/p.png)](${grafana})\n`), [
      `p | grafana | ${grafana} | [![p](https://example.org/p.png)](${grafana})`,
    ]);
  });
});

describe('links to dashboards of an alert', () => {
  it('are in its annotations and labels, each once', async () => {
    const { readAlerts } = await loadAlerts();
    const text = `groups:
  - name: shop
    rules:
      - alert: ShopDown
        expr: up == 0
        labels:
          logs: https://logs.acme.io/app/discover#/?_g=()
        annotations:
          dashboard: ${grafana}?var-pod={{ $labels.pod }}
          description: |
            See <${grafana}|the shop>, [all](${grafana}) and ${grafana}.
            Not https://example.org/.
`;
    const [alert] = readAlerts('rules.yaml', text)?.alerts ?? [];
    assert.ok(alert !== undefined);
    assert.deepEqual(dashboardLinksOfAlert(alert), [
      {
        tool: 'grafana',
        address: `${grafana}?var-pod={{ $labels.pod }}`,
        range: alert.extent,
        template: true,
      },
      { tool: 'grafana', address: grafana, title: 'the shop', range: alert.extent, template: false },
      {
        tool: 'kibana',
        address: 'https://logs.acme.io/app/discover#/?_g=()',
        range: alert.extent,
        template: false,
      },
    ]);
  });

  it('are in the message of a monitor in Terraform', async () => {
    const { readAlerts } = await loadAlerts();
    const text = `resource "datadog_monitor" "shop" {\n  name = "Shop"\n  message = "Look: https://app.datadoghq.com/dashboard/abc-def-ghi/shop?tpl_var_env=\${var.env}\\n\\nhttps://app.datadoghq.com/logs"\n}\n`;
    const [alert] = readAlerts('monitors.tf', text)?.alerts ?? [];
    assert.ok(alert !== undefined);
    assert.deepEqual(
      dashboardLinksOfAlert(alert).map(({ address, template }) => [address, template]),
      [
        ['https://app.datadoghq.com/dashboard/abc-def-ghi/shop?tpl_var_env=${var.env}', true],
        ['https://app.datadoghq.com/logs', false],
      ],
    );
  });
});
