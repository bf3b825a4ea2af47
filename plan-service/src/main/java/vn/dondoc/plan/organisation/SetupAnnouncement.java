package vn.dondoc.plan.organisation;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.dondoc.platform.store.StoreReadiness;

/** Prints the setup token once the database is there; the start does not wait for it. */
@Component
class SetupAnnouncement {

    private final SetupToken token;
    private final StoreReadiness store;

    SetupAnnouncement(SetupToken token, StoreReadiness store) {
        this.token = token;
        this.store = store;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        Thread.ofVirtual().name("setup-announcement").start(this::announce);
    }

    private void announce() {
        try {
            store.await();
            token.announce();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
