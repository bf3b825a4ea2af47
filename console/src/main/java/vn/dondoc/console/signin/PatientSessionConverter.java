package vn.dondoc.console.signin;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.mongodb.spring.session.JdkMongoSessionConverter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.index.IndexOperations;

/** Makes the indexes of the sessions in the background, for as long as it takes: the console starts while the database is away. */
final class PatientSessionConverter extends JdkMongoSessionConverter {

    private static final Logger LOG = LoggerFactory.getLogger(PatientSessionConverter.class);

    PatientSessionConverter(Duration longest) {
        super(longest);
    }

    @Override
    protected void ensureIndexes(IndexOperations sessions) {
        Thread.ofVirtual().name("session-indexes").start(() -> untilThere(sessions));
    }

    private void untilThere(IndexOperations sessions) {
        try {
            while (!made(sessions)) {
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean made(IndexOperations sessions) {
        try {
            super.ensureIndexes(sessions);
            return true;
        } catch (DataAccessException away) {
            LOG.warn("The sessions have no indexes yet: {}", away.getMessage());
            return false;
        }
    }
}
