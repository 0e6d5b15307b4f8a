import { Avatar, ChatLineRound, Checked, Coin, Connection, DataAnalysis, Document, EditPen, Failed, FirstAidKit, Flag, Goods, Grid, Histogram, PictureRounded, PriceTag, Promotion, QuestionFilled, Share, Stamp, User, VideoPlay } from '@element-plus/icons-vue';
import { computed, type Component } from 'vue';
import { useSession } from '@/access/session';
import { MONEY_PAGES } from '@/money/routes';
import { useSight } from '@/money/sight';

export interface Place {
  name: string;
  icon: Component;
  under: string[];
}

/** The pages of the menu; the first four also stand in the phone's bottom bar. */
const places: Place[] = [
  { name: 'overview', icon: DataAnalysis, under: [] },
  { name: 'journeys', icon: Connection, under: ['journey', 'instance', 'versions', 'moves'] },
  { name: 'customers', icon: User, under: ['customer'] },
  { name: 'tasks', icon: Checked, under: [] },
  { name: 'approvals', icon: Stamp, under: ['approval', 'approval-limits', 'working-days', 'approval-deputies', 'approval-report'] },
  { name: 'content', icon: Document, under: ['piece'] },
  { name: 'moments', icon: PictureRounded, under: [] },
  { name: 'fission', icon: Share, under: [] },
  { name: 'touches', icon: QuestionFilled, under: [] },
  { name: 'layers', icon: Histogram, under: [] },
  { name: 'channels', icon: Grid, under: [] },
  { name: 'groups', icon: ChatLineRound, under: ['group'] },
  { name: 'accounts', icon: Avatar, under: [] },
  { name: 'modeler', icon: EditPen, under: [] },
  { name: 'launches', icon: Promotion, under: ['launch', 'launch-new'] },
  { name: 'rehearsals', icon: VideoPlay, under: ['rehearsal', 'rehearsal-story', 'rehearsal-compare'] },
  { name: 'products', icon: Goods, under: ['round'] },
  { name: 'readiness', icon: Flag, under: ['readiness-sheet'] },
  { name: 'tags', icon: PriceTag, under: [] },
  { name: 'money', icon: Coin, under: MONEY_PAGES },
  { name: 'inbox', icon: Failed, under: [] },
  { name: 'health', icon: FirstAidKit, under: [] },
];

/** What the signed-in person may open: staff (导购) work with customers and their tasks. */
export function usePlaces() {
  const session = useSession();
  const { mayLook } = useSight();
  return computed(() => places.filter(place => place.name === 'money' ? mayLook.value : session.mayRead || place.name === 'customers' || place.name === 'tasks'));
}
