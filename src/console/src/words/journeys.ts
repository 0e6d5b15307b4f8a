export const journeys = { zh: {}, en: {} };
