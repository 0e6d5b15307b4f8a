package dev.siyu.web;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ledger entries as rows of a spreadsheet, in the words of its reader. */
record EntryColumns(boolean english, ZoneId zone) {

  private static final List<String> ZH =
      List.of("入账时间", "凭证", "月份", "部门", "科目", "事由", "商城", "订单", "退款", "金额（元）", "说明", "操作人");
  private static final List<String> EN =
      List.of(
          "Posted",
          "Journal",
          "Month",
          "Department",
          "Account",
          "Kind",
          "Mall",
          "Order",
          "Refund",
          "Amount (yuan)",
          "Note",
          "Actor");
  private static final Map<String, String> WORDS =
      Map.of(
          "PROVISIONAL", "暂计",
          "FINAL", "已确认",
          "CLAWED_BACK", "追回",
          "ORDER", "订单归属",
          "REFUND", "退款",
          "REVERSAL", "更正冲销",
          "CORRECTION", "更正入账");

  List<String> heads() {
    return english ? EN : ZH;
  }

  List<@Nullable Object> cells(LedgerPage.Entry entry) {
    return Arrays.asList(
        LocalDateTime.ofInstant(entry.postedAt(), zone).truncatedTo(ChronoUnit.SECONDS).toString(),
        String.valueOf(entry.journalId()),
        entry.month(),
        entry.department(),
        word(entry.account()),
        word(entry.kind()),
        entry.source(),
        entry.orderId(),
        entry.refundId(),
        BigDecimal.valueOf(entry.cents(), 2),
        entry.note(),
        entry.actor());
  }

  private String word(String code) {
    return english ? code : WORDS.getOrDefault(code, code);
  }
}
