package sockshell.repl;

/** Something that the shell itself does: its name without the slash, and what stands behind it. */
record Command(Group group, String name, String arguments, String meaning, Action action) {

    /** Where it stands in the help. */
    enum Group {
        SEEING("Seeing inside"),
        TYPED("What was typed"),
        SHELL("The shell");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** Is given what was typed behind the name. */
    @FunctionalInterface
    interface Action {
        void run(String argument);
    }
}
