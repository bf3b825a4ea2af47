package vn.dondoc.platform.merger;

import java.util.List;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.platform.process.ProcessKind;

/** What of a service follows a merged unit. */
public interface MergerProcess extends ProcessKind {

    /** All that is open of the unit now. */
    List<String> partsOf(UnitState merged);
}
