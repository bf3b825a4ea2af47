package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.ReportDay;
import vn.dondoc.reading.Reporting;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Search;

/** Reads reporting rules: who reports to whom in which rhythm, before which day. Each rhythm named is an entry. */
final class Reports {

    private static final Pattern CLAUSE_END = Pattern.compile(";(?![^()]*\\))|\\.\\s+(?=\\p{Lu})");
    /** "… về Phòng A để tổng hợp, báo cáo UBND xã trước ngày 20": who receives reports in turn. */
    private static final Pattern IN_TURN = Pattern.compile(",?\\s+(?:để\\s+)?(?:tổng hợp,?\\s+)(?:và\\s+)?báo cáo\\s+");
    private static final Pattern ASSIGNED = Pattern.compile("(?:Giao|Yêu cầu|Đề nghị|Phân công)\\s+(?:cho\\s+)?");
    private static final Pattern SUMMARY_ONLY = Pattern.compile("sơ kết|tổng kết");

    private final Duties duties;
    private final List<Reporting> reports = new ArrayList<>();

    Reports(Duties duties) {
        this.duties = duties;
    }

    List<Reporting> in(Item root, java.util.function.Predicate<Item> excluded) {
        root.tree().filter(item -> item.parent() != null && !excluded.test(item)).forEach(this::read);
        return reports;
    }

    private void read(Item item) {
        SectionKind section = item.section();
        String folded = item.folded();
        if (section == SectionKind.OBJECTIVES || section == SectionKind.PURPOSE || !folded.contains("báo cáo") && section != SectionKind.REPORTING) {
            return;
        }
        Matcher end = Search.in(CLAUSE_END, item.text());
        int start = 0;
        String carried = "";
        while (end.find()) {
            carried = readClause(item, item.text().substring(start, end.start()), carried);
            start = end.end();
        }
        readClause(item, item.text().substring(start), carried);
    }

    /** A clause with days but without the word "báo cáo" is a part of the rule that the next clause ends. */
    private String readClause(Item item, String printed, String carried) {
        String clause = printed.strip();
        String folded = Fold.fold(clause);
        boolean speaksOfReports = folded.contains("báo cáo") || item.section() == SectionKind.REPORTING;
        if (!speaksOfReports) {
            return Rhythms.in(folded).isEmpty() || !folded.contains("trước") || Search.finds(SUMMARY_ONLY, folded) ? "" : carried + clause + "; ";
        }
        String whole = carried + clause;
        Matcher turn = Search.in(IN_TURN, folded);
        if (turn.find() && hasDay(folded.substring(0, turn.start())) && hasDay(folded.substring(turn.start()))) {
            readClause(item, clause.substring(0, turn.start()), carried);
            String inTurn = ReportRecipient.of(clause.substring(0, turn.start()), clause.substring(0, turn.start()));
            add(item, clause.substring(turn.start()).replaceFirst("^[\\s,]+", ""), clause.substring(turn.start()), inTurn);
            return "";
        }
        add(item, whole, clause, reporter(item, whole));
        return "";
    }

    private static boolean hasDay(String folded) {
        return Rhythms.in(folded).stream().anyMatch(entry -> entry.day() != null);
    }

    private void add(Item item, String whole, String clause, @Nullable String reporter) {
        for (Rhythms.Entry entry : Rhythms.in(Fold.fold(whole))) {
            ReportDay day = entry.day() == null ? null : new ReportDay(entry.day(), entry.month());
            reports.add(new Reporting(entry.frequency(), day, day == null ? null : entry.inclusive(), reporter, ReportRecipient.of(item.text(), clause),
                    item.source(), day == null ? 0.6 : 0.9, day == null ? "rhythm-without-day" : "rhythm-and-day"));
        }
    }

    private @Nullable String reporter(Item item, String clause) {
        String unit = duties.unitOf(item);
        Subject subject = Subject.of(clause);
        boolean later = subject != null && !item.text().startsWith(clause) && (subject.from() == 0 || Search.matches(ASSIGNED, clause.substring(0, subject.from())));
        if (unit != null && !later) {
            return unit;
        }
        Subject acting = subject != null ? subject : Subject.of(item.text());
        if (acting != null) {
            return acting.name();
        }
        for (Item above : item.ancestors()) {
            String heading = UnitHeading.of(above);
            if (heading != null) {
                return heading;
            }
        }
        return null;
    }
}
