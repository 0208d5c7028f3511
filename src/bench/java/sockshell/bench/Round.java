package sockshell.bench;

/** What one operation took in each language, measured directly one after the other. */
record Round(double c, Port.Measured measured, double python) {
    double nanoseconds() {
        return measured.nanoseconds();
    }

    double bytes() {
        return measured.bytes();
    }

    double ratio() {
        return nanoseconds() / c;
    }

    double pythonRatio() {
        return python / c;
    }
}
