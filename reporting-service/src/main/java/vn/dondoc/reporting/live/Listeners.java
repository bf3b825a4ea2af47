package vn.dondoc.reporting.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import vn.dondoc.reporting.cells.CommuneChanged;

/** The open dashboards of this instance; they are let go before the web server stops. */
final class Listeners implements SmartLifecycle {

    private final Set<Listener> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    void add(Listener listener) {
        open.add(listener);
        if (!running) {
            listener.close();
        }
    }

    void remove(Listener listener) {
        open.remove(listener);
    }

    void tell(CommuneChanged change) {
        open.forEach(listener -> listener.tell(change));
    }

    int size() {
        return open.size();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(Listener::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
