-- Texts of the weekly SOP (社群周SOP) and of the invitation to a group.

INSERT INTO content (key, version, text, state, kind, title) VALUES
  ('group-monday', 1, '新的一周开始啦！本周话题：你最近最想解决的一个小困扰是什么？在群里说说，群主逐条回复。', 'APPROVED', 'MESSAGE', '社群周一话题'),
  ('group-wednesday', 1, '周三好物笔记：这件群友回购最多，用法和注意事项整理好了，有问题直接在群里问。', 'APPROVED', 'MESSAGE', '社群周三产品笔记'),
  ('group-friday', 1, '周五福利：群友专享价今晚开始，周日截止，商城首页可见。参与周末互动还有小礼。', 'APPROVED', 'MESSAGE', '社群周五优惠'),
  ('group-invitation', 1, '{name}，邀请您加入会员群，每周有好物笔记和群友专享价：{link}', 'APPROVED', 'MESSAGE', '入群邀请'),
  ('group-welcome', 1, '欢迎加入！群里每周一话题、周三好物、周五福利，消息不多，有问题随时@群主。', 'APPROVED', 'MESSAGE', '入群欢迎语')
ON CONFLICT DO NOTHING;
