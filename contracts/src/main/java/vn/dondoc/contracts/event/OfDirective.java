package vn.dondoc.contracts.event;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.DirectiveId;
import vn.dondoc.contracts.id.UnitId;

/**
 * The directive that a task is a part of. Its id is the id of the task's plan too: the directive stands where the plan of others stands.
 *
 * @param giver the unit in whose name it was given
 * @param decider the unit that decides on the task; null where whoever decides on tasks of the commune's plans does
 * @param number of its document; null where it has none
 * @param urgency null where it is a usual one
 * @param origin null where it was made of nothing else
 */
public record OfDirective(
        DirectiveId id, UnitId giver, @Nullable UnitId decider, @Nullable String number, @Nullable Urgency urgency, @Nullable Origin origin) {}
