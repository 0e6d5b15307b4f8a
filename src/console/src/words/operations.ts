export const operations = {
  zh: {
    touches: {
      title: '待核实的触达', lead: '调用没有得到回音，系统不会重发。请到企业微信或商城核对，再告诉系统结果。', none: '没有待核实的触达', noneHint: '每次触达都有明确结果。出现超时而结果不明时，会列在这里等人核对。',
      customer: '客户', step: '旅程 / 步骤', medium: '方式', why: '情况', at: '时间', resolve: '核实', dialog: '核实触达', question: '这次触达客户收到了吗？', sent: '已收到', notSent: '没有收到', note: '依据（必填）', notePlaceholder: '例如：导购在企业微信里看到已发送', noteNeeded: '请写下你怎么核对的', save: '保存结果', saved: '已记录', mayNot: '你的角色不能核实触达。', sentHint: '账本记为已触达，不会再发。', notSentHint: '账本记为未触达，旅程继续走。',
    },
    inbox: {
      title: '失败的事件', lead: '收到并存好了，但处理多次仍失败。修好原因后重试，不会重复生效。', none: '没有失败的事件', noneHint: '收到的回调全部处理成功。', kind: '类型', subject: '客户', attempts: '尝试', error: '原因', received: '收到', retry: '重试', retried: '已重新排队', source: { wecom: '企业微信', mall: '商城', WECOM: '企业微信', MALL: '商城', WXSTORE: '微信小店', YOUZAN: '有赞' }, mayNot: '你的角色不能重试。',
    },
    health: {
      title: '健康', lead: '引擎、连接和存储现在的样子。', refreshed: '每 10 秒更新', engine: '流程引擎', version: '版本 {v}', partition: '分区 {id}', exportedUntil: '历史已导出到 {at}', quarantined: '隔离的记录', inFlight: '在途请求', rejections: '每分钟被拒', connectors: '外部连接', lastSuccess: '最近成功', lastError: '最近失败', never: '尚无', database: '数据库', size: '大小', inbox: '收件箱', waiting: '待处理', oldest: '最久等待', seconds: '{n} 秒', outbox: '发件箱', disk: '磁盘剩余', diskLow: '低于 2 GB，引擎会停止接收新任务，请清理磁盘。', books: '账本', booksRight: '账实相符', booksBroken: '账本有错，请立即查看', booksHow: '每 5 分钟重新核对一次', noConnectors: '没有配置外部连接。', noPartitions: '引擎没有报告分区。',
    },
  },
  en: {
    touches: {
      title: 'Touches to verify', lead: 'The call got no answer, and nothing is ever resent blindly. Look in WeCom or the mall, then say what happened.', none: 'Nothing to verify', noneHint: 'Every touch has a definite outcome. One whose call got no answer is listed here for a person to check.',
      customer: 'Customer', step: 'Journey / step', medium: 'By', why: 'Situation', at: 'When', resolve: 'Verify', dialog: 'Verify a touch', question: 'Did the customer get it?', sent: 'Received', notSent: 'Not received', note: 'How do you know (required)', notePlaceholder: 'e.g. the staff member sees it as sent in WeCom', noteNeeded: 'Say how you checked', save: 'Save', saved: 'Recorded', mayNot: 'Your role may not verify touches.', sentHint: 'The ledger says made; it is not sent again.', notSentHint: 'The ledger says not made; the journey goes on.',
    },
    inbox: {
      title: 'Failed events', lead: 'Received and stored, but processing failed repeatedly. Retry after the cause is fixed; nothing takes effect twice.', none: 'No failed events', noneHint: 'Every callback received was processed.', kind: 'Type', subject: 'Customer', attempts: 'Tries', error: 'Reason', received: 'Received', retry: 'Retry', retried: 'Queued again', source: { wecom: 'WeCom', mall: 'Mall', WECOM: 'WeCom', MALL: 'Mall', WXSTORE: 'WeChat Store', YOUZAN: 'Youzan' }, mayNot: 'Your role may not retry.',
    },
    health: {
      title: 'Health', lead: 'Engine, connections and storage as they are now.', refreshed: 'updated every 10 s', engine: 'Engine', version: 'version {v}', partition: 'Partition {id}', exportedUntil: 'history complete up to {at}', quarantined: 'Records in quarantine', inFlight: 'In flight', rejections: 'Rejected per minute', connectors: 'Connectors', lastSuccess: 'Last success', lastError: 'Last error', never: 'none yet', database: 'Database', size: 'Size', inbox: 'Inbox', waiting: 'Waiting', oldest: 'Oldest waits', seconds: '{n} s', outbox: 'Outbox', disk: 'Free disk', diskLow: 'Below 2 GB the engine takes no new work: free some space.', books: 'Ledger', booksRight: 'adds up', booksBroken: 'does not add up: look at it now', booksHow: 'counted again every 5 minutes', noConnectors: 'No connector is configured.', noPartitions: 'The engine reported no partitions.',
    },
  },
};
