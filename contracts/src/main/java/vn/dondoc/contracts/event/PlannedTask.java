package vn.dondoc.contracts.event;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;

/**
 * A task as its plan has it.
 *
 * @param commune in which it is done; the province itself where a department of it does it
 * @param order its place in the plan, from 0
 * @param lead the units that answer; empty only where the reviewer published it so
 * @param budgetVnd in dong
 * @param due null where the plan says nothing
 * @param basis the document that last changed it; null while it is as its plan was published
 * @param withdrawnOn the day its plan gave it up; null while it holds
 * @param carried where it comes from, if a closed plan left it unfinished; else null
 * @param directive null where a plan has it
 * @param programme the programme of its plan, to which it belongs until somebody says otherwise; null where it is of none
 */
public record PlannedTask(
        TaskId id,
        PlanId plan,
        UnitId province,
        UnitId commune,
        int order,
        @Nullable String ordinal,
        String title,
        List<UnitId> lead,
        List<UnitId> coordinating,
        @Nullable String product,
        @Nullable Long budgetVnd,
        @Nullable Due due,
        @Nullable Basis basis,
        @Nullable LocalDate withdrawnOn,
        @Nullable Carried carried,
        @Nullable OfDirective directive,
        @Nullable String programme) {

    public PlannedTask {
        lead = Lists.orEmpty(lead);
        coordinating = Lists.orEmpty(coordinating);
    }

    /** The same words as another row of a plan, that some document decided. */
    public PlannedTask as(TaskId row, int place, @Nullable Basis decided) {
        return new PlannedTask(row, plan, province, commune, place, ordinal, title, lead, coordinating, product, budgetVnd, due, decided, null, carried, directive, programme);
    }

    /** At another place of its plan. */
    public PlannedTask numbered(int place, @Nullable String newOrdinal, @Nullable Basis decided) {
        return new PlannedTask(id, plan, province, commune, place, newOrdinal, title, lead, coordinating, product, budgetVnd, due, decided, null, carried, directive, programme);
    }

    /** The same work in the words of a later document. */
    public PlannedTask worded(String words, @Nullable Basis decided) {
        return new PlannedTask(id, plan, province, commune, order, ordinal, words, lead, coordinating, product, budgetVnd, due, decided, null, carried, directive, programme);
    }

    /** What is left open here is as there. */
    public PlannedTask completedBy(PlannedTask before) {
        return new PlannedTask(
                id, plan, province, commune, order, ordinal == null ? before.ordinal : ordinal, title, lead.isEmpty() ? before.lead : lead,
                coordinating.isEmpty() ? before.coordinating : coordinating, product == null ? before.product : product,
                budgetVnd == null ? before.budgetVnd : budgetVnd, due == null ? before.due : due, basis, withdrawnOn,
                carried == null ? before.carried : carried, directive, programme);
    }

    /** The same, come from a task of a closed plan, or from none. */
    public PlannedTask comingFrom(@Nullable Carried origin) {
        return new PlannedTask(
                id, plan, province, commune, order, ordinal, title, lead, coordinating, product, budgetVnd, due, basis, withdrawnOn, origin, directive, programme);
    }

    /** The same as a part of a directive, or of none. */
    public PlannedTask of(@Nullable OfDirective act) {
        return new PlannedTask(
                id, plan, province, commune, order, ordinal, title, lead, coordinating, product, budgetVnd, due, basis, withdrawnOn, carried, act, programme);
    }

    public PlannedTask withdrawn(Basis decided, LocalDate on) {
        return new PlannedTask(
                id, plan, province, commune, order, ordinal, title, lead, coordinating, product, budgetVnd, due, decided, on, carried, directive, programme);
    }

    /** The same as a part of that programme, or of none. */
    public PlannedTask within(@Nullable String named) {
        return new PlannedTask(
                id, plan, province, commune, order, ordinal, title, lead, coordinating, product, budgetVnd, due, basis, withdrawnOn, carried, directive, named);
    }

    /** As a plan has it. */
    public PlannedTask(
            TaskId id,
            PlanId plan,
            UnitId province,
            UnitId commune,
            int order,
            @Nullable String ordinal,
            String title,
            List<UnitId> lead,
            List<UnitId> coordinating,
            @Nullable String product,
            @Nullable Long budgetVnd,
            @Nullable Due due,
            @Nullable Basis basis,
            @Nullable LocalDate withdrawnOn,
            @Nullable Carried carried) {
        this(id, plan, province, commune, order, ordinal, title, lead, coordinating, product, budgetVnd, due, basis, withdrawnOn, carried, null, null);
    }

    /** As its plan was published. */
    public PlannedTask(
            TaskId id,
            PlanId plan,
            UnitId province,
            UnitId commune,
            int order,
            @Nullable String ordinal,
            String title,
            List<UnitId> lead,
            List<UnitId> coordinating,
            @Nullable String product,
            @Nullable Long budgetVnd,
            @Nullable Due due) {
        this(id, plan, province, commune, order, ordinal, title, lead, coordinating, product, budgetVnd, due, null, null, null);
    }
}
