export async function createRunbook(..._: unknown[]): Promise<void> {
  await Promise.resolve();
}
