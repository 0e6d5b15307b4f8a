export const modeler = { zh: {}, en: {} };
