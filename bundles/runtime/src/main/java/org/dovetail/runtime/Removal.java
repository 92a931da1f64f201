package org.dovetail.runtime;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dovetail.assembly.Holding;

/**
 * A plugin on its way out: no new tree chooses it, and it goes when nobody holds it any more.
 *
 * @param plugin the plugin
 * @param holdings who holds it still; empty if it is gone
 * @param gone done when it has been uninstalled
 * @since 1.0
 */
public record Removal(Plugin plugin, List<Holding> holdings, CompletableFuture<Void> gone) {

    /** Copies the list. */
    public Removal {
        holdings = List.copyOf(holdings);
    }
}
