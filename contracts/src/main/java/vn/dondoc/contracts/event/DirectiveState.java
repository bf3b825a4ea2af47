package vn.dondoc.contracts.event;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.id.DirectiveId;
import vn.dondoc.contracts.id.UnitId;

/**
 * A directive with those whom it is given to.
 *
 * @param commune whose directive it is; null for one of the province
 * @param giver the unit in whose name it was given
 * @param content what is to be done
 * @param number of its document; null where it has none
 * @param issuedOn the day it was given, Asia/Ho_Chi_Minh
 * @param due null where no time was said
 * @param addressees units, or communes; those from whom it was taken back are left out
 * @param communes in which its parts are done, the province itself for those of its departments
 * @param origin null where it was made of nothing else
 */
public record DirectiveState(
        DirectiveId id,
        UnitId province,
        @Nullable UnitId commune,
        UnitId giver,
        String content,
        @Nullable String number,
        LocalDate issuedOn,
        Urgency urgency,
        @Nullable String product,
        @Nullable Due due,
        List<UnitId> addressees,
        List<UnitId> communes,
        @Nullable Origin origin) {

    public DirectiveState {
        addressees = Lists.orEmpty(addressees);
        communes = Lists.orEmpty(communes);
    }
}
