/** Departments keep their colour within a picture; told apart also by people who see red and green alike. */
const COLORS = ['#1f9d78', '#2f6fb3', '#e3b04b', '#8a63b8', '#d0735b', '#5b8f99', '#9aa84f'];
export const colorOf = (index: number) => COLORS[index % COLORS.length] ?? '#1f9d78';
