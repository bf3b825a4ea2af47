package vn.dondoc.plan.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.paper.Block;
import vn.dondoc.paper.Block.Grid;
import vn.dondoc.paper.Block.Line;
import vn.dondoc.paper.Block.Look;
import vn.dondoc.paper.Paper;
import vn.dondoc.paper.PaperWords;

/** Lays a plan out as a document: rows that carry figures, units and days go into annexes, the rest is text. */
final class PaperOf {

    static final List<String> TASKS = List.of(
            "TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm", "Kinh phí (đồng)", "Thời gian hoàn thành");
    static final List<Integer> TASK_WIDTHS = List.of(6, 32, 16, 16, 14, 10, 12);
    static final List<String> TARGETS = List.of("TT", "Chỉ tiêu", "Đơn vị tính", "Mức phấn đấu");
    static final List<Integer> TARGET_WIDTHS = List.of(6, 56, 18, 20);

    private static final Map<String, String> KINDS = Map.of(
            "KH", "KẾ HOẠCH", "CTr", "CHƯƠNG TRÌNH", "NQ", "NGHỊ QUYẾT", "QĐ", "QUYẾT ĐỊNH", "CT", "CHỈ THỊ", "TB", "THÔNG BÁO", "BC", "BÁO CÁO");

    private final Exported plan;
    private final List<Block> body = new ArrayList<>();
    private final List<Paper.Annex> annexes = new ArrayList<>();
    private int sections;

    private PaperOf(Exported plan) {
        this.plan = plan;
    }

    static Paper of(Exported plan) {
        return new PaperOf(plan).paper();
    }

    private Paper paper() {
        var heading = plan.heading();
        var kind = KINDS.getOrDefault(Objects.requireNonNullElse(heading.kind(), "KH"), "KẾ HOẠCH");
        body.add(new Line(Look.TITLE, kind));
        if (heading.title() != null) {
            body.add(new Line(Look.TITLE, heading.title()));
        }
        if (heading.issuer() != null && !isInCapitals(heading.issuer())) {
            body.add(new Line(Look.BODY, heading.issuer() + made(kind) + (heading.title() == null ? "" : " " + lowered(heading.title())) + " như sau:"));
        }
        listed("MỤC TIÊU", plan.objectives());
        targets();
        tasks();
        listed("GIẢI PHÁP", plan.measures());
        organisation();
        var place = PaperWords.placeOf(plan.communeName());
        return new Paper(
                new Paper.Head(issuer(heading.issuer()), heading.number(),
                        Objects.requireNonNullElse(heading.kind(), "KH") + "-UBND", place + ", " + PaperWords.longDay(heading.issuedOn())),
                List.copyOf(body), plan.recipients(), new Paper.Signature(List.of("CHỦ TỊCH"), heading.signer()), List.copyOf(annexes));
    }

    /** As the head of the document had it, where it was read of the head. */
    private List<String> issuer(@Nullable String issuer) {
        return issuer != null && isInCapitals(issuer)
                ? List.of(issuer)
                : List.of("ỦY BAN NHÂN DÂN", plan.communeName().toUpperCase(Locale.forLanguageTag("vi")));
    }

    private static boolean isInCapitals(String text) {
        return text.equals(text.toUpperCase(Locale.forLanguageTag("vi")));
    }

    /** A notice says what was concluded; other documents are made. */
    private static String made(String kind) {
        var document = kind.toLowerCase(Locale.forLanguageTag("vi"));
        return kind.equals(KINDS.get("TB")) ? " " + document : " ban hành " + document.substring(0, 1).toUpperCase(Locale.ROOT) + document.substring(1);
    }

    /** What has no figure, lead or day stands in the text, under the headings it had. */
    private void listed(String section, List<Plans.Duty> rows) {
        if (rows.isEmpty()) {
            return;
        }
        body.add(new Line(Look.HEADING, PaperWords.roman(sections++) + ". " + section));
        var number = 0;
        String heading = null;
        for (var row : rows) {
            var under = row.heading() == null || row.heading().equalsIgnoreCase(section) ? null : row.heading();
            if (under != null && !under.equals(heading)) {
                body.add(new Line(Look.ITEM, ++number + ". " + under));
            }
            heading = under;
            body.add(new Line(Look.BODY, "- " + row.text()));
        }
    }

    private void targets() {
        if (plan.targets().isEmpty()) {
            return;
        }
        var rows = new ArrayList<List<String>>();
        String group = null;
        var number = 0;
        for (var target : plan.targets()) {
            if (target.group() != null && !target.group().equals(group)) {
                rows.add(List.of(target.group()));
            }
            group = target.group();
            rows.add(List.of(
                    Integer.toString(++number), target.name(), target.unit(), Said.operator(target.operator()) + " " + Said.figure(target.value())));
        }
        annex("CHỈ TIÊU", "DANH MỤC CHỈ TIÊU", new Grid(TARGETS, TARGET_WIDTHS, rows));
    }

    private void tasks() {
        if (plan.tasks().isEmpty()) {
            return;
        }
        var rows = new ArrayList<List<String>>();
        for (var task : plan.tasks()) {
            rows.add(List.of(
                    text(task.ordinal()), task.title(), Said.names(task.lead()), Said.names(task.coordinating()), text(task.product()),
                    Said.budget(task.budgetVnd()), task.due() == null ? text(task.dueText()) : Said.due(task.due())));
        }
        annex("NHIỆM VỤ", "DANH MỤC NHIỆM VỤ", new Grid(TASKS, TASK_WIDTHS, rows));
    }

    private void annex(String section, String name, Grid table) {
        var title = "Phụ lục " + PaperWords.roman(annexes.size());
        body.add(new Line(Look.HEADING, PaperWords.roman(sections++) + ". " + section));
        body.add(new Line(Look.BODY, "Chi tiết tại " + title + " kèm theo."));
        annexes.add(new Paper.Annex(title, name, "(Kèm theo văn bản này)", table));
    }

    private void organisation() {
        if (plan.rules().isEmpty() && plan.duties().isEmpty()) {
            return;
        }
        body.add(new Line(Look.HEADING, PaperWords.roman(sections++) + ". TỔ CHỨC THỰC HIỆN"));
        var number = 0;
        String unit = null;
        for (var duty : plan.duties()) {
            if (!duty.unit().equals(unit)) {
                unit = duty.unit();
                body.add(new Line(Look.ITEM, ++number + ". " + unit));
            }
            body.add(new Line(Look.BODY, "- " + duty.text()));
        }
        if (!plan.rules().isEmpty()) {
            body.add(new Line(Look.ITEM, ++number + ". Chế độ báo cáo"));
            plan.rules().forEach(rule -> body.add(new Line(Look.BODY, "- " + Said.report(
                    rule.reporter(), rule.recipient(), rule.frequency(), rule.day(), rule.month(), rule.strict()))));
        }
    }

    private static String lowered(String title) {
        return title.isEmpty() ? title : title.substring(0, 1).toLowerCase(Locale.forLanguageTag("vi")) + title.substring(1);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
