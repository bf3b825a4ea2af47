package vn.dondoc.console.setup;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.backend.Service;
import vn.dondoc.contracts.api.Organisation;

/** Asks plan-service whether anything is to be set up. Once it was not, it never is again. */
@Component
class SetupCalls {

    private static final String PATH = "/api/organisation/setup";

    private final Backend backend;
    private volatile boolean done;

    SetupCalls(Backend backend) {
        this.backend = backend;
    }

    /** False also while plan-service cannot say. */
    boolean isOpen() {
        if (done) {
            return false;
        }
        try {
            var open = backend.get(Service.PLAN, PATH, Organisation.Setup.class).open();
            done = !open;
            return open;
        } catch (Refused away) {
            return false;
        }
    }

    Organisation.SetUp setUp(String token, Organisation.SetupWanted wanted) {
        var made = backend.open(Service.PLAN, PATH, wanted, Map.of("Setup-Token", token), Organisation.SetUp.class);
        done = true;
        return made;
    }

    /** Whether plan-service knows already what the user may do. */
    boolean knowsUser() {
        try {
            return !backend.get(Service.PLAN, "/api/organisation/me", Organisation.Me.class).positions().isEmpty();
        } catch (Refused notYet) {
            return false;
        }
    }
}
