package vn.dondoc.notification.message;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;

/**
 * What the words of a message need besides its cause; names of units are looked up when it is read.
 *
 * @param days left or late, as of the step; null where none are counted
 */
public record Particulars(String title, PlanId plan, List<UnitId> responsible, @Nullable String period, @Nullable Integer days) {

    public Particulars {
        responsible = List.copyOf(responsible);
    }
}
