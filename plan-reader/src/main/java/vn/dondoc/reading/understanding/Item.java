package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Source;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Label;
import vn.dondoc.reading.text.Paragraph;

/** A paragraph in its place in the outline: a heading, an item of a list, or body text under one. */
final class Item {

    private final @Nullable Item parent;
    private final Paragraph paragraph;
    private final @Nullable Label label;
    private final int rank;
    private final String text;
    private final String folded;
    private final boolean field;
    private final List<Item> children = new ArrayList<>();
    private @Nullable SectionKind section;

    Item(@Nullable Item parent, Paragraph paragraph, @Nullable Label label, int rank) {
        this.parent = parent;
        this.paragraph = paragraph;
        this.label = label;
        this.rank = rank;
        String own = label == null ? paragraph.text() : paragraph.text().substring(label.length());
        this.text = own;
        this.folded = Fold.fold(own);
        this.field = Fields.startsWithField(own);
        if (parent != null) {
            parent.children.add(this);
        }
    }

    @Nullable Item parent() {
        return parent;
    }

    Paragraph paragraph() {
        return paragraph;
    }

    @Nullable Label label() {
        return label;
    }

    int rank() {
        return rank;
    }

    /** Without its mark. */
    String text() {
        return text;
    }

    String folded() {
        return folded;
    }

    /** Whether it is a named part ("Cơ quan chủ trì: …") and nothing else. */
    boolean isField() {
        return field;
    }

    List<Item> children() {
        return children;
    }

    boolean isBody() {
        return label == null && rank == Outline.BODY;
    }

    boolean isBullet() {
        return label != null && label.family().isBullet();
    }

    boolean is(Label.Family... families) {
        return label != null && List.of(families).contains(label.family());
    }

    /** The ordinal as printed, null for bullets and body text. */
    @Nullable String ordinal() {
        return label == null || isBullet() || is(Label.Family.STAR) ? null : label.ordinal();
    }

    Source source() {
        return paragraph.source();
    }

    /** This item and all below it, in reading order. */
    Stream<Item> tree() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Item::tree));
    }

    /** From the nearest to the outermost heading above. */
    List<Item> ancestors() {
        List<Item> above = new ArrayList<>();
        for (Item at = parent; at != null && at.parent != null; at = at.parent) {
            above.add(at);
        }
        return above;
    }

    /** The kind of section this item stands in, decided by the nearest heading that says one. */
    SectionKind section() {
        if (section == null) {
            SectionKind own = parent == null || isBody() || isBullet() ? SectionKind.OTHER : SectionKind.ofHeading(this);
            SectionKind above = parent == null ? SectionKind.OTHER : parent.section();
            section = own == SectionKind.OTHER || !own.mayStandIn(above) ? above : own;
        }
        return section;
    }

    /** The text of the item and of what is below it, with the marks of what is below; some of it may be left out. */
    String wholeText(java.util.function.Predicate<Item> without) {
        StringBuilder whole = new StringBuilder(text);
        children.stream().filter(without.negate()).flatMap(Item::tree).forEach(below -> whole.append(' ').append(below.paragraph.text()));
        return whole.toString();
    }

    @Override
    public String toString() {
        return (label == null ? "" : label.ordinal() + " ") + text;
    }
}
