package dev.siyu.wecom;

import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.WxCpExternalContactService;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalTagGroupInfo;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalTagGroupList;

/**
 * Knows the id behind a corp tag's name; creates tags that do not exist yet, in the group of their
 * family, else in the one of the settings.
 */
final class TagIds {

  private final WxCpExternalContactService contacts;
  private final String group;
  private final Map<String, String> ids = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  TagIds(WxCpExternalContactService contacts, String group) {
    this.contacts = contacts;
    this.group = group;
  }

  /** Ids of all names; tags that do not exist are created. */
  String[] created(List<String> names) throws WxErrorException {
    if (!ids.keySet().containsAll(names)) {
      lock.lock();
      try {
        learn(names);
      } finally {
        lock.unlock();
      }
    }
    return known(names);
  }

  /** Ids of the names that exist; a tag nobody has cannot be taken away. */
  String[] existing(List<String> names) throws WxErrorException {
    if (!ids.keySet().containsAll(names)) {
      lock.lock();
      try {
        load();
      } finally {
        lock.unlock();
      }
    }
    return known(names);
  }

  /** Forgets everything, e.g. because somebody deleted a tag at WeCom (40068). */
  void forget() {
    ids.clear();
  }

  private String[] known(List<String> names) {
    return names.stream().map(ids::get).filter(Objects::nonNull).toArray(String[]::new);
  }

  private void learn(List<String> names) throws WxErrorException {
    load();
    var missing = new ArrayList<>(names);
    missing.removeAll(ids.keySet());
    var byGroup =
        missing.stream()
            .collect(Collectors.groupingBy(this::groupOf, LinkedHashMap::new, toList()));
    for (var entry : byGroup.entrySet()) {
      create(entry.getKey(), entry.getValue());
    }
  }

  private String groupOf(String tag) {
    return TagFamily.ofTag(tag).map(TagFamily::group).orElse(group);
  }

  /** Our own groups win when a name exists in several. */
  private void load() throws WxErrorException {
    var groups = contacts.getCorpTagList(new String[0]).getTagGroupList();
    if (groups == null) {
      return;
    }
    for (WxCpUserExternalTagGroupList.TagGroup found : groups) {
      for (var tag : found.getTag()) {
        if (groupOf(tag.getName()).equals(found.getGroupName())) {
          ids.put(tag.getName(), tag.getId());
        } else {
          ids.putIfAbsent(tag.getName(), tag.getId());
        }
      }
    }
  }

  private void create(String inGroup, List<String> names) throws WxErrorException {
    var wanted = new WxCpUserExternalTagGroupInfo.TagGroup();
    wanted.setGroupName(inGroup);
    wanted.setTag(names.stream().map(TagIds::tag).toList());
    var info = new WxCpUserExternalTagGroupInfo();
    info.setTagGroup(wanted);
    for (var tag : contacts.addCorpTag(info).getTagGroup().getTag()) {
      ids.put(tag.getName(), tag.getId());
    }
  }

  static WxCpUserExternalTagGroupInfo.Tag tag(String name) {
    var tag = new WxCpUserExternalTagGroupInfo.Tag();
    tag.setName(name);
    return tag;
  }
}
