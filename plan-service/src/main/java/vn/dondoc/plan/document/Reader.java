package vn.dondoc.plan.document;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.reading.Reading;

/** Reads documents, a few at once; the others wait their turn for a while. */
@Component
public class Reader {

    private static final int COME_BACK_SECONDS = 10;
    private static final int TOO_LARGE = 413;
    private static final int UNREADABLE = 422;

    private final Semaphore turns;
    private final ReadingSettings settings;

    Reader(ReadingSettings settings) {
        this.settings = settings;
        this.turns = new Semaphore(settings.atOnce(), true);
    }

    /**
     * What the document holds.
     *
     * @throws ProblemException why it cannot be read; 503 when too many are waiting
     */
    public Reading read(String fileName, byte[] content) {
        if (content.length == 0) {
            throw ProblemException.of(UNREADABLE, "EMPTY_FILE");
        }
        takeTurn();
        try {
            return switch (new ReadingProcess(settings).read(fileName, content)) {
                case ReadingProcess.Answer.Read(Reading reading) -> reading;
                case ReadingProcess.Answer.Unreadable(String code) ->
                    throw ProblemException.of(code.equals("TOO_LARGE") ? TOO_LARGE : UNREADABLE, code);
            };
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (!turns.tryAcquire(settings.queueLimit().toMillis(), TimeUnit.MILLISECONDS)) {
                throw ProblemException.unavailable("READER_BUSY", COME_BACK_SECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("READER_BUSY", COME_BACK_SECONDS);
        }
    }
}
