package vn.dondoc.reading.understanding;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Label;
import vn.dondoc.reading.text.Label.Family;
import vn.dondoc.reading.text.Paragraph;
import vn.dondoc.reading.text.Search;
import vn.dondoc.reading.text.Style;

/** Builds the tree of headings, items and body text from the marks that open paragraphs. */
final class Outline {

    static final int BODY = 100;
    private static final int ANNEX = 1;
    private static final int LEAD_IN = 28;
    private static final int CAPITALS = 4;
    private static final int ABOVE_NUMBERS = 8;

    private static final Pattern PERIOD = Pattern.compile(
            "^(?:trong\\s+)?(?:(?:tháng|quý|quí)\\s+(?:\\d{1,2}|[ivx]{1,3})|(?:6|9|sáu)\\s+tháng)(?![\\p{L}\\d]).{0,24}$");

    private static final Pattern NUMBERED_WORK = Pattern.compile("^(?:nhiệm vụ|hoạt động|công việc|nội dung|việc|bước)\\s+(?:số\\s+)?\\d{1,2}\\s*[.:]");

    private final Item root;
    private Item open;

    private Outline(Paragraph first) {
        root = new Item(null, new Paragraph("", Style.PLAIN, first.page(), first.index(), first.start()), null, 0);
        open = root;
    }

    /** The root has no text of its own. */
    static Item of(List<Paragraph> paragraphs) {
        Outline outline = new Outline(paragraphs.isEmpty() ? new Paragraph("", Style.PLAIN, null, 0, 0) : paragraphs.getFirst());
        for (int i = 0; i < paragraphs.size(); i++) {
            outline.add(paragraphs.get(i), i + 1 < paragraphs.size() ? paragraphs.get(i + 1) : null);
        }
        return outline.root;
    }

    private void add(Paragraph paragraph, @Nullable Paragraph next) {
        Label label = Label.of(paragraph.text());
        if (label != null) {
            addLabelled(paragraph, label);
            return;
        }
        int rank = headingRank(paragraph, next);
        if (rank == BODY) {
            new Item(bodyParent(Fields.startsWithField(paragraph.text())), paragraph, null, BODY);
        } else {
            popTo(rank);
            open = new Item(open, paragraph, null, rank);
        }
    }

    private void addLabelled(Paragraph paragraph, Label label) {
        int rank = label.family().rank();
        Item sibling = openWith(label.family());
        boolean restarts = sibling != null && label.number() == 1 && number(sibling) >= 1 && open != sibling
                && !label.family().isBullet() && label.family() == Family.NUMBER && open.rank() > rank && !open.isBullet();
        if (restarts) {
            rank = open.rank() + 1;
        } else if (sibling != null) {
            rank = sibling.rank();
            open = parentOf(sibling);
        } else {
            while (open.rank() > rank) {
                open = parentOf(open);
            }
        }
        open = new Item(open, paragraph, label, rank);
    }

    private @Nullable Item openWith(Family family) {
        for (Item at = open; at.parent() != null; at = parentOf(at)) {
            if (at.label() != null && at.label().family() == family) {
                return at;
            }
        }
        return null;
    }

    private static int number(Item item) {
        return item.label() == null ? 0 : item.label().number();
    }

    /** The time or the units of a bullet may stand in a line of their own below it. */
    private Item bodyParent(boolean field) {
        Item at = open;
        boolean continuesBullet = at.isBullet() && at.text().endsWith(":") && at.children().isEmpty();
        while (!continuesBullet && !(field && at.isBullet()) && (at.isBullet() || at.rank() == LEAD_IN && !at.children().isEmpty())) {
            at = parentOf(at);
        }
        open = at;
        return at;
    }

    private void popTo(int rank) {
        while (open.parent() != null && open.rank() >= rank) {
            open = parentOf(open);
        }
    }

    private Item parentOf(Item item) {
        Item parent = item.parent();
        return parent == null ? root : parent;
    }

    private static int headingRank(Paragraph paragraph, @Nullable Paragraph next) {
        String text = paragraph.text();
        if (Annexes.isHeading(text)) {
            return ANNEX;
        }
        if (text.length() <= 160 && isUpper(text) && text.length() > 5) {
            return CAPITALS;
        }
        if (paragraph.style().heading() > 0 && text.length() <= 200) {
            return paragraph.style().heading() <= 2 ? CAPITALS + 1 : LEAD_IN;
        }
        boolean bullets = next != null && isBullet(next);
        boolean short_ = text.length() <= 160 && !text.endsWith(".") && !text.endsWith(";");
        boolean leadsIn = text.endsWith(":") || short_ && (paragraph.style().bold() || Units.isUnitHeading(text));
        boolean fields = Fields.startsWithField(text);
        Label below = next == null ? null : Label.of(next.text());
        boolean aboveNumbers = below != null && below.family() == Family.NUMBER;
        String under = next == null ? "" : below == null ? next.text() : next.text().substring(below.length());
        boolean numberedWork = Search.finds(NUMBERED_WORK, Fold.fold(text));
        if (!fields && text.length() <= 400 && (numberedWork || short_) && Fields.startsWithField(under)) {
            return LEAD_IN;
        }
        if (!fields && short_ && aboveNumbers && (Search.matches(PERIOD, Fold.fold(text)) || Units.isUnitHeading(text))) {
            return ABOVE_NUMBERS;
        }
        if (!fields && (bullets && (leadsIn || short_) || short_ && Search.matches(PERIOD, Fold.fold(text))
                || short_ && paragraph.style().bold() && Units.isUnitHeading(text))) {
            return LEAD_IN;
        }
        return BODY;
    }

    private static boolean isBullet(Paragraph paragraph) {
        Label label = Label.of(paragraph.text());
        return label != null && label.family().isBullet();
    }

    private static boolean isUpper(String text) {
        return text.equals(text.toUpperCase(java.util.Locale.ROOT)) && text.chars().filter(Character::isLetter).count() > 4;
    }
}
