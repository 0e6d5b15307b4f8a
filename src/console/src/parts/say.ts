import { ElMessage } from 'element-plus/es/components/message/index';
import 'element-plus/es/components/message/style/css';
import { ApiError, UNREACHABLE } from '@/api/client';

type Words = (key: string, named?: Record<string, unknown>) => string;

/** What went wrong, as a sentence for the reader. */
export function inWords(error: ApiError, t: Words): string {
  if (error.code === UNREACHABLE) return t('common.unreachable');
  if (error.message) return error.message;
  return error.status === 403 ? t('common.forbidden') : t('common.wordless');
}

export function sayDone(text: string) {
  ElMessage({ type: 'success', message: text, duration: 4000 });
}

export function sayFailed(error: unknown, t: Words) {
  if (!(error instanceof ApiError)) throw error;
  ElMessage({
    type: 'error', duration: 8000, showClose: true,
    message: `${inWords(error, t)} · ${t('common.code', { code: error.code })}`,
  });
}
