package vn.dondoc.console.organisation;

import java.io.Serializable;
import vn.dondoc.contracts.api.Organisation;

/** What an import did, as a session keeps it until the next page. */
public record WrittenRows(int units, int positions, int bodies, int unchanged, int people) implements Serializable {

    private static final long serialVersionUID = 1L;

    static WrittenRows of(Organisation.Imported imported) {
        return new WrittenRows(imported.units(), imported.positions(), imported.bodies(), imported.unchanged(), imported.people());
    }
}
