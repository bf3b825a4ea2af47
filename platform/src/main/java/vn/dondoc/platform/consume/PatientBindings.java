package vn.dondoc.platform.consume;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binding.Bindable;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;

/**
 * Binds the consumers in the background, once the topics are there. Binding asks the brokers for each topic, and does so before the web
 * server listens: while they are away a service would not even say that it is alive.
 */
final class PatientBindings extends InputBindingLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PatientBindings.class);

    private final TopicDeclaration topics;
    private volatile @Nullable Thread binding;

    PatientBindings(BindingService service, Map<String, Bindable> bindables, TopicDeclaration topics) {
        super(service, bindables);
        this.topics = topics;
    }

    @Override
    public void start() {
        binding = Thread.ofPlatform().name("bindings").daemon().start(this::bind);
    }

    private void bind() {
        try {
            topics.await();
            super.start();
        } catch (InterruptedException stopped) {
            LOG.debug("Stopped before the topics were there", stopped);
        }
    }

    @Override
    public void stop() {
        var current = binding;
        binding = null;
        if (current != null) {
            current.interrupt();
            try {
                current.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        super.stop();
    }

    @Override
    public boolean isRunning() {
        return binding != null;
    }
}
