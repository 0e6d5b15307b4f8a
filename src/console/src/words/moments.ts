export const moments = {
  zh: {
    title: '朋友圈', lead: '由运营计划，员工在企业微信里发表。“已创建”不等于“已发表”：谁发表了，要向企业微信查询。',
    plan: '计划朋友圈', mayNot: '只有运营和负责人可以计划', none: '还没有朋友圈', noneHint: '先在“内容”里审核通过一条朋友圈文案，再点“计划朋友圈”。',
    state: { PLANNED: '已计划', CREATING: '正在创建', BUILDING: '企业微信生成中', OPEN: '等员工发表', STOPPING: '正在停止', UNKNOWN: '待核实', PUBLISHED: '全部已发表', PARTLY: '部分已发表', TIMED_OUT: '无人发表', CANCELLED: '已取消', REFUSED: '未创建' },
    sender: { ASKED: '等待发表', LEFT_OUT: '未列入', PUBLISHED: '已发表', NOT_PUBLISHED: '没有发表' }, event: { REMINDED: '提醒了', LEAD_TOLD: '告知了负责人' },
    published: '{m} 人中 {n} 人已发表', leftOut: '，{n} 人未列入', viewers: '可见客户 {n}', likes: '赞 {n}', comments: '评论 {n}', reminded: '提醒 {n} 次', leadTold: '已告知负责人',
    detail: '查看', detailOf: '朋友圈 {id}', by: '{who} 计划于 {at}', members: '成员', course: '经过', seen: '{at}，可见 {n} 人，赞 {likes}', why: '停止的原因', cancel: '取消或停止', stopped: '已停止；已发表的不会撤回', planned: '已计划',
    piece: '文案', pieceHint: '已审核的朋友圈文案', noPieces: '没有已审核的朋友圈文案，请先在“内容”里写一条并审核。', accounts: '由谁发表', accountsHint: '选择账号', tags: '谁可以看到', tagsHint: '不选：这些账号的所有客户', withCustomers: '{name}（{n} 位客户）', at: '时间',
    reaches: '预计可见 {n} 位客户', atCap: '其中 {n} 位当天已看够，他们所在的账号届时不列入', moved: '落在免打扰时段，将推迟到 {at}',
  },
  en: {
    title: 'Moments', lead: 'Planned by operations, published by staff in WeCom. Created is not published: WeCom is asked who did.',
    plan: 'Plan a moment', mayNot: 'Only operations and managers may plan', none: 'No moments yet', noneHint: 'Approve a moments copy under Content first, then plan a moment.',
    state: { PLANNED: 'Planned', CREATING: 'Being created', BUILDING: 'WeCom builds it', OPEN: 'Awaits staff', STOPPING: 'Being stopped', UNKNOWN: 'To verify', PUBLISHED: 'Published by all', PARTLY: 'Published by some', TIMED_OUT: 'Published by nobody', CANCELLED: 'Cancelled', REFUSED: 'Not created' },
    sender: { ASKED: 'awaited', LEFT_OUT: 'left out', PUBLISHED: 'published', NOT_PUBLISHED: 'did not publish' }, event: { REMINDED: 'Reminded', LEAD_TOLD: 'Lead told' },
    published: '{n} of {m} published', leftOut: ', {n} left out', viewers: 'seen by {n}', likes: '{n} likes', comments: '{n} comments', reminded: 'reminded {n} times', leadTold: 'lead told',
    detail: 'Details', detailOf: 'Moment {id}', by: '{who}, for {at}', members: 'Members', course: 'What happened', seen: '{at}, seen by {n}, {likes} likes', why: 'Why it is stopped', cancel: 'Cancel or stop', stopped: 'Stopped; what is published stays', planned: 'Planned',
    piece: 'Copy', pieceHint: 'Approved moments copy', noPieces: 'There is no approved moments copy: write one under Content and have it approved.', accounts: 'Published by', accountsHint: 'Choose accounts', tags: 'Who may see it', tagsHint: 'None: all customers of the accounts', withCustomers: '{name} ({n} customers)', at: 'Time',
    reaches: 'Would be seen by {n} customers', atCap: '{n} of them have seen enough that day; their accounts will be left out', moved: 'In quiet hours, moved to {at}',
  },
};
