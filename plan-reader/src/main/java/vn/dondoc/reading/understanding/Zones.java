package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.text.Block;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Label;
import vn.dondoc.reading.text.Paragraph;
import vn.dondoc.reading.text.Search;
import vn.dondoc.reading.text.Table;

/** Cuts a document into head, title, opening, body, recipients and signature; annexes belong to the body. */
final class Zones {

    private enum Zone { HEAD, TITLE, OPENING, BODY, RECIPIENTS, SIGNATURE }

    static final Pattern KIND = Pattern.compile(
            "^(KẾ HOẠCH|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG| CÔNG TÁC)?|NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|THÔNG BÁO(?: KẾT LUẬN)?|BÁO CÁO|PHƯƠNG ÁN|ĐỀ ÁN(?=$))(?=\\s|:|$)");
    private static final Pattern OPENING = Pattern.compile(
            "^(?:Căn cứ|Thực hiện|Triển khai|Nhằm|Để|Ngày|Chiều|Sáng|Theo|Xét|Trên cơ sở|Tiếp tục|Trong|Năm)\\s.*[.;:,]$", Pattern.DOTALL);
    private static final Pattern SIGNATURE = Pattern.compile(
            "^(?:(?:KT|TM|TL|TUQ|T/M|Q|K/T|T/L)\\s*\\.\\s*\\p{Lu}|(?:PHÓ )?(?:CHỦ TỊCH|TRƯỞNG BAN|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG|BÍ THƯ)$).*");
    private static final Pattern RECIPIENTS = Pattern.compile("^nơi nhận\\s*:?");

    final List<Paragraph> head = new ArrayList<>();
    final List<Paragraph> title = new ArrayList<>();
    final List<Paragraph> opening = new ArrayList<>();
    final List<Block> body = new ArrayList<>();
    final List<Paragraph> recipients = new ArrayList<>();
    final List<Paragraph> signature = new ArrayList<>();
    @Nullable Paragraph kindLine;
    private Zone zone = Zone.HEAD;

    private Zones() {
    }

    static Zones of(List<Block> blocks) {
        Zones zones = new Zones();
        boolean annexesAlone = annexesAlone(blocks);
        if (annexesAlone) {
            zones.zone = Zone.BODY;
        }
        for (Block block : blocks) {
            switch (block) {
                case Table table -> zones.addTable(table);
                case Paragraph paragraph -> zones.add(paragraph);
            }
        }
        return zones;
    }

    /** A file that begins with an annex, or holds nothing but tables and their captions. */
    static boolean annexesAlone(List<Block> blocks) {
        for (Block block : blocks) {
            if (block instanceof Table) {
                return true;
            }
            if (block instanceof Paragraph paragraph) {
                String folded = Fold.fold(paragraph.text());
                if (Annexes.isHeading(paragraph.text())) {
                    return true;
                }
                if (Search.finds(KIND, paragraph.text()) || folded.startsWith("số:") || folded.contains("cộng hòa xã hội") || Label.of(paragraph.text()) != null
                        || paragraph.text().length() > 200) {
                    return false;
                }
            }
        }
        return false;
    }

    boolean hasKind() {
        return kindLine != null;
    }

    private void addTable(Table table) {
        zone = Zone.BODY;
        body.add(table);
    }

    private void add(Paragraph paragraph) {
        String text = paragraph.text();
        String folded = Fold.fold(text);
        if (Search.finds(RECIPIENTS, folded)) {
            zone = Zone.RECIPIENTS;
        } else if (zone != Zone.HEAD && Search.matches(SIGNATURE, text)) {
            zone = Zone.SIGNATURE;
        } else {
            zone = next(paragraph);
        }
        place(paragraph);
    }

    private void place(Paragraph paragraph) {
        switch (zone) {
            case HEAD -> head.add(paragraph);
            case TITLE -> addTitle(paragraph);
            case OPENING -> opening.add(paragraph);
            case BODY -> body.add(paragraph);
            case RECIPIENTS -> recipients.add(paragraph);
            case SIGNATURE -> signature.add(paragraph);
        }
    }

    private void addTitle(Paragraph paragraph) {
        if (paragraph != kindLine) {
            title.add(paragraph);
        }
    }

    private Zone next(Paragraph paragraph) {
        String text = paragraph.text();
        Matcher kind = Search.in(KIND, text);
        boolean kindLineHere = kind.find() && (isUpperUpTo(text, kind.end()) && kind.end() >= text.length() - 1 || zone == Zone.HEAD);
        return switch (zone) {
            case HEAD -> {
                if (kindLineHere) {
                    kindLine = paragraph;
                    yield Zone.TITLE;
                }
                yield opensBody(paragraph) ? Zone.BODY : Zone.HEAD;
            }
            case TITLE -> {
                if (opensBody(paragraph)) {
                    yield Zone.BODY;
                }
                yield title.isEmpty() && !inlineTitle() || goesOnTitle(paragraph) ? Zone.TITLE : Zone.OPENING;
            }
            case OPENING -> opensBody(paragraph) ? Zone.BODY : Zone.OPENING;
            case RECIPIENTS -> goesOnRecipients(paragraph) ? Zone.RECIPIENTS : afterRecipients(paragraph);
            case SIGNATURE -> endsSignature(paragraph) ? Zone.BODY : Zone.SIGNATURE;
            case BODY -> Zone.BODY;
        };
    }

    private static boolean isUpperUpTo(String text, int end) {
        return text.substring(0, end).equals(text.substring(0, end).toUpperCase(java.util.Locale.ROOT));
    }

    private boolean inlineTitle() {
        Paragraph line = kindLine;
        return line != null && Search.in(KIND, line.text()).replaceFirst("").strip().length() > 3;
    }

    private boolean goesOnTitle(Paragraph paragraph) {
        String text = paragraph.text();
        if (Search.matches(OPENING, text) || text.length() > 300 || text.endsWith(";") || text.endsWith(".")) {
            return false;
        }
        boolean low = Character.isLowerCase(text.codePointAt(0)) || text.startsWith("(");
        boolean upper = text.equals(text.toUpperCase(java.util.Locale.ROOT));
        return low || upper || paragraph.style().bold() || paragraph.style().heading() > 0;
    }

    private boolean opensBody(Paragraph paragraph) {
        Label label = Label.of(paragraph.text());
        if (label != null) {
            return true;
        }
        String text = paragraph.text();
        boolean section = text.length() < 120 && text.equals(text.toUpperCase(java.util.Locale.ROOT)) && zone == Zone.OPENING
                && !text.matches("(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|CHỦ TỊCH|ỦY BAN|HỘI ĐỒNG|UBND|CHÍNH PHỦ|BAN ).*");
        return Annexes.isHeading(text) || section;
    }

    private static boolean goesOnRecipients(Paragraph paragraph) {
        Label label = Label.of(paragraph.text());
        return label != null && label.family().isBullet() || Character.isLowerCase(paragraph.text().codePointAt(0));
    }

    private static Zone afterRecipients(Paragraph paragraph) {
        return endsSignature(paragraph) ? Zone.BODY : Zone.SIGNATURE;
    }

    private static boolean endsSignature(Paragraph paragraph) {
        Label label = Label.of(paragraph.text());
        boolean heading = Search.finds(KIND, paragraph.text()) || Annexes.isHeading(paragraph.text());
        return heading || label != null && !label.family().isBullet() || paragraph.text().length() > 120;
    }
}
