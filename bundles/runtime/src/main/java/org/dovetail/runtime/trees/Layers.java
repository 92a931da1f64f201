package org.dovetail.runtime.trees;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.TreeRequest;

/** The layers of a tree that is changed while it is in use. */
final class Layers {

    private static final String USE = ".use";

    private Layers() {}

    /**
     * Reads the files of a request once: else a file that is edited later would come in with the
     * next change of something else.
     */
    static TreeRequest frozen(TreeRequest request) {
        return with(request, layer -> layer.text().isPresent() ? layer : read(layer));
    }

    /** Reads the files of a request again. */
    static TreeRequest reread(TreeRequest request) {
        return with(
                request,
                layer -> layer.file().isPresent()
                        ? read(Layer.file(layer.kind(), layer.file().get()))
                        : layer);
    }

    private static TreeRequest with(TreeRequest request, UnaryOperator<Layer> change) {
        List<Layer> layers = request.layers().stream().map(change).toList();
        return new TreeRequest(request.role(), request.task(), layers);
    }

    private static Layer read(Layer layer) {
        try {
            String text = Files.readString(layer.file().orElseThrow());
            return new Layer(layer.kind(), layer.name(), Optional.of(text), layer.file());
        } catch (IOException e) {
            return layer; // whoever resolves it says what is wrong with the file
        }
    }

    static Layer use(String selection, String origin) {
        return new Layer(Layer.Kind.USE, origin, Optional.of(selection), Optional.empty());
    }

    static Layer set(String assignment, String origin) {
        return new Layer(Layer.Kind.SET, origin, Optional.of(assignment), Optional.empty());
    }

    /** Returns the slot in {@code background.use=mesh}, if an assignment selects an algorithm. */
    static Optional<String> slotSelectedBy(String assignment) {
        int equals = assignment.indexOf('=');
        String path = equals < 0 ? assignment : assignment.substring(0, equals).strip();
        return path.endsWith(USE)
                ? Optional.of(path.substring(0, path.length() - USE.length()))
                : Optional.empty();
    }
}
