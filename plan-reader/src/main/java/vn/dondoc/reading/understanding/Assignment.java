package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who does a task, with whom, until when and with what result, as far as a part of the document says it. */
record Assignment(List<String> lead, List<String> coordinating, @Nullable String due, @Nullable String product, @Nullable String budget) {

    static final Assignment NONE = new Assignment(List.of(), List.of(), null, null, null);

    /** Whether it makes the item that has it a task. */
    boolean carries() {
        return !lead.isEmpty() || !coordinating.isEmpty() || due != null;
    }

    /** What this says, completed by what the other says. */
    Assignment or(Assignment other) {
        return new Assignment(
                lead.isEmpty() ? other.lead : lead,
                coordinating.isEmpty() && lead.isEmpty() ? other.coordinating : coordinating.isEmpty() ? other.coordinating : coordinating,
                due == null ? other.due : due,
                product == null ? other.product : product,
                budget == null ? other.budget : budget);
    }

    /** What a later named part adds: who is named second as answering ("Bộ phận tham mưu") takes part. */
    Assignment followedBy(Assignment later) {
        boolean second = !lead.isEmpty() && !later.lead.isEmpty() && !lead.equals(later.lead);
        List<String> others = new ArrayList<>(coordinating);
        others.addAll(second ? later.lead : List.of());
        others.addAll(later.coordinating);
        return later.withLead(second ? lead : later.lead).withCoordinating(List.copyOf(others)).or(this);
    }

    Assignment withLead(List<String> units) {
        return new Assignment(units, coordinating, due, product, budget);
    }

    Assignment withCoordinating(List<String> units) {
        return new Assignment(lead, units, due, product, budget);
    }

    Assignment withDue(@Nullable String words) {
        return new Assignment(lead, coordinating, words, product, budget);
    }
}
