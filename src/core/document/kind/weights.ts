/** The fitted weights of the features that show the kind of a document. */
export const fitted = {
  temperature: 1,
  bounds: { decided: 0.6, possible: 0.4 },
  table: '(constant)\t',
} as const;
