package vn.dondoc.reading.understanding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.text.Label.Family;

/** Lettered or numbered points under one lead or due: the points are the tasks and share it. */
final class Points {

    private final ListedWork works;

    Points(ListedWork works) {
        this.works = works;
    }

    /** Points under one lead or due block are the tasks and inherit it. */
    boolean shareWork(Item item, PlannedWork work) {
        List<Item> points = of(item);
        boolean block = work.assignment().carries() || sharedBlock(item) != null;
        return points.size() > 1 && block;
    }

    static List<Item> of(Item item) {
        return item.children().stream().filter(child -> child.is(Family.LETTER, Family.BRACKET, Family.NUMBER_2, Family.NUMBER_3,
                Family.NUMBER_4, Family.NUMBER_2_LETTER)).filter(child -> !child.isField()).toList();
    }

    /** The block that stands after the last point and so below it, although it speaks of all points. */
    @Nullable Assignment sharedBlock(Item item) {
        List<Item> points = of(item);
        if (points.size() < 2) {
            return null;
        }
        for (Item point : points.subList(0, points.size() - 1)) {
            if (works.of(point).assignment().carries()) {
                return null;
            }
        }
        Item last = points.getLast();
        boolean own = last.children().stream().anyMatch(child -> (child.isBody() || child.is(Family.STAR)) && child.isField());
        boolean starred = last.children().stream().anyMatch(child -> child.is(Family.STAR));
        return own && (starred || last.is(Family.LETTER, Family.NUMBER_2_LETTER, Family.BRACKET)) ? works.of(last).assignment() : null;
    }
}
