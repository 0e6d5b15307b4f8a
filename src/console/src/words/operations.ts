export const operations = { zh: {}, en: {} };
