package vn.dondoc.console.relay;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops reading a body of unknown length once it passes the limit. */
final class LimitedStream extends FilterInputStream {

    /** 30 MB for a file and a little for what stands around it. */
    static final long LIMIT = 31L * 1024 * 1024;

    private long read;

    LimitedStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var many = super.read(into, offset, length);
        count(Math.max(many, 0));
        return many;
    }

    private void count(int more) throws IOException {
        read += more;
        if (read > LIMIT) {
            throw new TooLarge();
        }
    }

    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("Body over the limit");
        }
    }
}
