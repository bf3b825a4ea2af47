package vn.dondoc.platform.check;

import java.util.List;
import java.util.Set;
import vn.dondoc.contracts.api.Operations.Finding;
import vn.dondoc.contracts.id.UnitId;

/** Something a service looks at; each such bean is asked whenever somebody wants to know how the service stands. */
public interface SelfCheck {

    /** Names of things are told up to this many. */
    int EXAMPLES = 5;

    /** In the findings where the check itself fails. */
    String name();

    /**
     * What is not as it ought to be; nothing where all is well.
     *
     * @param provinces whose data may be looked at; the parts of the installation are everybody's
     * @throws Exception where it cannot be told; that too becomes a finding
     */
    List<Finding> look(Set<UnitId> provinces) throws Exception;
}
