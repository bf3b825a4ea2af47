package vn.dondoc.task.assignment;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;

/**
 * What the plan says of a task; its units are those that answer for it now, where one of them was merged.
 *
 * @param order its place in the plan, from 0
 * @param budgetVnd in dong
 * @param due null where the plan says nothing
 * @param judgedBy the last day by which a submission is judged that came before the plan moved it; null else
 * @param known order of the plan's event it is known from, which later ones have to exceed; null where that is not recorded
 * @param named the units as the plan names them, where the giver named others since; else null
 * @param programme that of the plan; null where it names none, and in what was stored before it was kept
 */
public record Planned(
        PlanId plan,
        int order,
        @Nullable String ordinal,
        String title,
        List<UnitId> lead,
        List<UnitId> coordinating,
        @Nullable String product,
        @Nullable Long budgetVnd,
        @Nullable Due due,
        @Nullable LocalDate judgedBy,
        @Nullable Long known,
        @Nullable Units named,
        @Nullable String programme) {

    private static final Pattern IF_ANY = Pattern.compile("(?<!\\p{L})nếu có(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    Planned of(List<UnitId> newLead, List<UnitId> newCoordinating) {
        return new Planned(plan, order, ordinal, title, newLead, newCoordinating, product, budgetVnd, due, judgedBy, known, named, programme);
    }

    static Planned of(PlannedTask task, long order) {
        return new Planned(task.plan(), task.order(), task.ordinal(), task.title(), task.lead(), task.coordinating(),
                task.product(), task.budgetVnd(), task.due(), null, order, null, task.programme());
    }

    /** It is to be done only where there is something to do ("nếu có"): that there was nothing is an answer. */
    boolean isConditional() {
        var words = product == null ? title : title + " " + product;
        return IF_ANY.matcher(Normalizer.normalize(words, Normalizer.Form.NFC)).find();
    }

    boolean isOlderThan(long newOrder) {
        return known == null || known < newOrder;
    }

    /** Whether both say the same of the task, whenever they said it. */
    boolean saysTheSame(Planned other) {
        return withDue(null).equals(other.withDue(null)) && Objects.equals(due, other.due);
    }

    /** Known from that event, of that programme, and the same else. */
    Planned within(@Nullable String other, long order) {
        return new Planned(plan, this.order, ordinal, title, lead, coordinating, product, budgetVnd, due, judgedBy, order, named, other);
    }

    /** Whether both say the same of the task, but for the time. */
    boolean saysTheSameButTheTime(Planned other) {
        return withDue(null).equals(other.withDue(null));
    }

    Planned judgedBy(@Nullable LocalDate day) {
        return new Planned(plan, order, ordinal, title, lead, coordinating, product, budgetVnd, due, day, known, named, programme);
    }

    Planned due(@Nullable Due other) {
        return new Planned(plan, order, ordinal, title, lead, coordinating, product, budgetVnd, other, judgedBy, known, named, programme);
    }

    @Nullable LocalDate lastDay() {
        return due instanceof Due.By by ? by.date() : null;
    }

    private Planned withDue(@Nullable Due other) {
        return new Planned(plan, order, ordinal, title, lead, coordinating, product, budgetVnd, other, null, null, null, null);
    }

    Units units() {
        return new Units(lead, coordinating);
    }

    /** With other units than the plan names. */
    Planned givenTo(Units others) {
        var before = named == null ? units() : named;
        return new Planned(plan, order, ordinal, title, others.lead(), others.coordinating(), product, budgetVnd, due, judgedBy, known,
                before.equals(others) ? null : before, programme);
    }

    /**
     * What the plan says anew; the units that the giver named stay as long as the plan names the same ones as before.
     *
     * @param heirOf who took over from a unit since
     */
    Planned newer(Planned wanted, UnaryOperator<UnitId> heirOf) {
        return named == null || !named.byHeirs(heirOf).equals(wanted.units())
                ? wanted
                : wanted.of(lead, coordinating).naming(wanted.units());
    }

    private Planned naming(Units units) {
        return new Planned(plan, order, ordinal, title, lead, coordinating, product, budgetVnd, due, judgedBy, known, units, programme);
    }
}
