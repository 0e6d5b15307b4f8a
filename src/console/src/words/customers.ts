export const customers = { zh: {}, en: {} };
