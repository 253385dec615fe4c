/** A list of scenes beside the chosen one. `#scene` and `?lang=de-DE` select scene and language. */
import { useEffect, useState } from "react";
import { render } from "react-dom";
import { Provider } from "react-redux";
import { CustomizationProvider } from "@twilio-paste/core/customization";
import { loadTranslate } from "@schedule-manager/plugin/i18n/load-translate";
import { ScreenStyles } from "../../plugin/src/ui/styles/screen-styles";
import { ServicesProvider } from "@schedule-manager/plugin/services/services";
import { LOCALES } from "../support/locales";
import { flexLikeStore } from "../unit/plugin/store";
import { SCENES } from "./scenes";
import type { Scene } from "./scenes/scene";
import { galleryServices } from "./services";

const chosenScene = (): string => decodeURIComponent(location.hash.slice(1));
const language = new URLSearchParams(location.search).get("lang") ?? "en-US";
const t = await loadTranslate(language);
const services = galleryServices(language, t);

function Stage({ scene }: { readonly scene: Scene }) {
  const [store] = useState(() => {
    const made = flexLikeStore();
    for (const action of scene.actions ?? []) made.dispatch(action);
    return made;
  });
  const { Component } = scene;
  return (
    <Provider store={store}>
      <ServicesProvider value={services}>
        <Component />
      </ServicesProvider>
    </Provider>
  );
}

function Gallery() {
  const [name, setName] = useState(chosenScene);
  useEffect(() => {
    const follow = (): void => {
      setName(chosenScene());
    };
    addEventListener("hashchange", follow);
    return () => {
      removeEventListener("hashchange", follow);
    };
  }, []);
  const scene = SCENES.find((one) => one.name === name) ?? SCENES[0];
  return (
    <div style={{ display: "flex", height: "100vh", fontFamily: "sans-serif" }}>
      <nav
        style={{ overflowY: "auto", padding: 16, width: 240, flexShrink: 0, borderRight: "1px solid #ccc" }}
      >
        <select
          aria-label="Language"
          value={language}
          onChange={({ target }) => {
            location.search = `?lang=${target.value}`;
          }}
        >
          {LOCALES.map((locale) => (
            <option key={locale}>{locale}</option>
          ))}
        </select>
        {SCENES.map((one) => (
          <p key={one.name}>
            <a href={`#${one.name}`} aria-current={one === scene ? "page" : undefined}>
              {one.name}
            </a>
          </p>
        ))}
      </nav>
      <ScreenStyles />
      <main
        lang={language}
        data-schedule-manager="view"
        style={{ flexGrow: 1, overflowY: "auto", padding: 24 }}
      >
        {scene !== undefined && <Stage key={scene.name} scene={scene} />}
      </main>
    </div>
  );
}

render(
  <CustomizationProvider baseTheme="default">
    <Gallery />
  </CustomizationProvider>,
  document.querySelector("#gallery"),
);
