// Asks the browser to keep the playground for times without a network. Where it cannot, the page works online only.

export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('./sw.js').catch(() => {
      // Private windows and plain http refuse it.
    });
  });
}
