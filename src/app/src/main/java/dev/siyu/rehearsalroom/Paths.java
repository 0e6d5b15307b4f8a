package dev.siyu.rehearsalroom;

import dev.siyu.xml.SafeXml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Element;

/** Which ways through the rehearsed drawing were taken, and where runs stood long or for ever. */
class Paths {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final int LARGEST = 1024 * 1024;

  private static final String OF_DRAWING =
      """
      (SELECT key FROM history.process_definition WHERE process_id = :processId
        ORDER BY version DESC LIMIT 1)
      """;
  private static final String FLOWS =
      """
      SELECT f.flow_id AS id, count(*) AS runs, sum(f.times) AS times FROM history.flow_taken f
      JOIN history.process_instance i ON i.key = f.instance_key
      WHERE i.definition_key = %s GROUP BY 1 ORDER BY 1
      """
          .formatted(OF_DRAWING);
  private static final String ELEMENTS =
      """
      SELECT element_id AS id, count(*) AS entered,
        count(*) FILTER (WHERE state = 'COMPLETED') AS completed,
        count(*) FILTER (WHERE state = 'ACTIVE') AS active,
        count(*) FILTER (WHERE state = 'TERMINATED') AS terminated,
        round(max(extract(epoch FROM ended_at - started_at)) / 3600, 1) AS "longestHours",
        round(avg(extract(epoch FROM ended_at - started_at)) / 3600, 1) AS "averageHours"
      FROM history.element_instance WHERE definition_key = %s GROUP BY 1 ORDER BY 1
      """
          .formatted(OF_DRAWING);

  // Entered by one run from the gateway: the engine does not record those arrows.
  private static final String AFTER_GATEWAY =
      """
      SELECT count(DISTINCT a.instance_key) FROM history.element_instance a
      JOIN history.element_instance b ON b.instance_key = a.instance_key
      WHERE a.definition_key = %s AND a.element_id = :source AND b.element_id = :target
        AND b.state <> 'TERMINATED'
      """
          .formatted(OF_DRAWING);

  // Stands where no timer will ever wake it, or where it is stuck.
  private static final String DEAD_ENDS =
      """
      SELECT e.element_id AS id, count(*) AS runs,
        bool_or(EXISTS (SELECT 1 FROM history.incident c
          WHERE c.element_instance_key = e.key AND c.resolved_at IS NULL)) AS stuck
      FROM history.element_instance e
      WHERE e.definition_key = %s AND e.state = 'ACTIVE'
        AND e.element_type NOT IN ('PROCESS', 'SUB_PROCESS', 'EVENT_SUB_PROCESS')
        AND NOT EXISTS (SELECT 1 FROM history.timer t
          WHERE t.instance_key = e.instance_key AND t.state = 'WAITING')
      GROUP BY 1 ORDER BY 2 DESC
      """
          .formatted(OF_DRAWING);

  private final JdbcClient jdbc;

  Paths(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<String, Object> of(String processId, String xml) {
    List<Map<String, Object>> flows = new ArrayList<>(rows(FLOWS, processId));
    Set<Object> taken = new HashSet<>();
    flows.forEach(flow -> taken.add(flow.get("id")));
    List<String> never = new ArrayList<>();
    Map<String, String> kinds = new HashMap<>();
    List<Element> drawn = drawn(xml);
    drawn.forEach(one -> kinds.put(one.getAttribute("id"), one.getLocalName()));
    int all = 0;
    for (Element flow : drawn) {
      if (!flow.getLocalName().equals("sequenceFlow")) {
        continue;
      }
      all++;
      String id = flow.getAttribute("id");
      if (taken.contains(id)) {
        continue;
      }
      long after =
          "eventBasedGateway".equals(kinds.get(flow.getAttribute("sourceRef")))
              ? after(processId, flow)
              : 0;
      if (after > 0) {
        flows.add(Map.of("id", id, "runs", after, "times", after));
      } else {
        never.add(id);
      }
    }
    Map<String, Object> paths = new LinkedHashMap<>();
    paths.put("flows", flows);
    paths.put("neverTaken", never);
    paths.put("coverage", all == 0 ? 100 : 100 * (all - never.size()) / all);
    paths.put("elements", rows(ELEMENTS, processId));
    paths.put("deadEnds", rows(DEAD_ENDS, processId));
    return paths;
  }

  private long after(String processId, Element flow) {
    return jdbc.sql(AFTER_GATEWAY)
        .param("processId", processId)
        .param("source", flow.getAttribute("sourceRef"))
        .param("target", flow.getAttribute("targetRef"))
        .query(Long.class)
        .single();
  }

  private List<Map<String, Object>> rows(String sql, String processId) {
    return jdbc.sql(sql).param("processId", processId).query().listOfRows();
  }

  private static List<Element> drawn(String xml) {
    try {
      var nodes =
          SafeXml.parse(xml.getBytes(StandardCharsets.UTF_8), LARGEST)
              .getElementsByTagNameNS(BPMN, "*");
      List<Element> all = new ArrayList<>();
      for (int i = 0; i < nodes.getLength(); i++) {
        all.add((Element) nodes.item(i));
      }
      return all;
    } catch (SafeXml.Malformed e) {
      throw new IllegalStateException("a deployed drawing is readable", e);
    }
  }
}
