package sockshell.contract;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import sockshell.sys.Buffer;
import sockshell.sys.Fd;
import sockshell.sys.Kernel;
import sockshell.sys.Result;

/** A contract whose facts need files: each test has a folder of its own. */
public abstract class FolderContract extends Contract {
    @TempDir protected Path folder;

    protected FolderContract(Kernel kernel) {
        super(kernel);
    }

    protected String path(String name) {
        return folder.resolve(name).toString();
    }

    protected Result<Fd> open(String name, int flags) {
        return kernel.descriptors().open(path(name), flags, 0600);
    }

    /** A new file, open for both, with its position behind the content. */
    protected Fd file(String name, String content) {
        Fd file = keep(ok(open(name, n("O_CREAT") | n("O_EXCL") | n("O_RDWR"))));
        ok(write(file, content));
        return file;
    }

    /** A new file, open to be read from its start. */
    protected Fd readable(String name, String content) {
        ok(close(file(name, content)));
        return keep(ok(open(name, n("O_RDONLY"))));
    }

    protected Result<Integer> write(Fd fd, String data) {
        Buffer buffer = buffer(data);
        return kernel.transfers().write(fd, buffer, buffer.size());
    }

    /** What read(2) gives, as text. */
    protected String read(Fd fd, int most) {
        Buffer buffer = kernel.buffer(most);
        int count = ok(kernel.transfers().read(fd, buffer, most));
        return buffer.get(0, count).text();
    }
}
