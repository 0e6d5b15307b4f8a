import { Connection, DataAnalysis, EditPen, Failed, FirstAidKit, QuestionFilled, User } from '@element-plus/icons-vue';
import type { Component } from 'vue';

/** The pages of the menu; the first four also stand in the phone's bottom bar. */
export const places: { name: string; icon: Component; under: string[] }[] = [
  { name: 'overview', icon: DataAnalysis, under: [] },
  { name: 'journeys', icon: Connection, under: ['journey', 'instance'] },
  { name: 'customers', icon: User, under: ['customer'] },
  { name: 'touches', icon: QuestionFilled, under: [] },
  { name: 'modeler', icon: EditPen, under: [] },
  { name: 'inbox', icon: Failed, under: [] },
  { name: 'health', icon: FirstAidKit, under: [] },
];
