import { link } from '../route';
import { shortMoney } from '../format';
import { supplyShape } from './Supply';
import { t } from '../text';
import type { Device } from '../types';

/** One tile a meter: the shape is the state found; a double frame means wanted and found differ. */
export function DeviceGrid({ devices }: { devices: Device[] }) {
  return (
    <section className="card" aria-label={t.devices}>
      <h2>{t.devices}</h2>
      <ul className="grid">
        {devices.map((device) => {
          const differs = device.found && device.found !== device.wanted;
          const state = device.found ? device.found.toLowerCase() : 'unknown';
          return (
            <li key={device.account}>
              <a {...link(`/accounts/${encodeURIComponent(device.account)}`)}
                className={`tile supply-${state}${differs ? ' differs' : ''}`}>
                <span aria-hidden="true" className="shape">{supplyShape(device.found)}</span>
                <span className="who">{device.name}</span>
                <span className="figures"><bdi>{shortMoney(device.balance)}</bdi>
                  {device.kw && <bdi>{device.kw} kW</bdi>}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
