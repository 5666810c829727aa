/** The part of the REST core that the console uses; see bundles/adapters/rest/README.md. */
export type Money = { amount: string; currency: string };
export type Page<T> = { items: T[]; next?: string };
export type User = { name: string; role: 'administrator' | 'clerk' | 'viewer'; mustChange: boolean };
export type SupplyState = 'ON' | 'OFF' | 'LIMITED' | 'ARMED';
export type Supply = {
  wanted: SupplyState; found?: SupplyState | null; since: string; why: string; intent: number; foundAt?: string | null;
};
export type Protection = { id: string; kind: string; reason: string; from: string; until?: string | null };
export type ServicePoint = { id: string; address: string; latitude: string; longitude: string; zone: string };
export type Account = {
  id: string; customer: string; customerName: string; meter: string; servicePoint: ServicePoint; mode: string;
  tariff: { name: string; version: number }; policy: string; balance: Money; credits: Record<string, Money>;
  debts: Record<string, Money>; emergency: 'none' | 'offered' | 'in-use'; daysLeft?: string | null; supply: Supply;
  protections: Protection[]; lastReading?: string | null;
};
export type ProofReading = { start: string; end: string; amount: string; estimated: boolean };
export type ProofLine = { key: string; title: string; before: string; after: string; rule: string };
export type Entry = {
  id: string; at: string; kind: string; text: string; amount: Money; balance?: Money | null; corrects?: string | null;
  by: string; proof?: { readings: ProofReading[]; lines: ProofLine[]; version: number; digest: string } | null;
};
export type Receipt = {
  entry: string; receipt: string; amount: Money; filled: Record<string, Money>; balance: Money; supply: Supply;
};
export type Notice = { topic: string; text: string; at: string; state: string };
export type Alert = {
  id: number; severity: 'critical' | 'warning' | 'info'; code: string; subject: string; text: string; at: string;
  count: number; acknowledgedBy?: string | null;
};
export type Brake = {
  stopped: boolean; reason: string; by: string; since: string; cutsThisHour: number; limitPerHour: number; held: number;
};
export type RuleProblem = { file: string; line: number; rule: string; message: string };
export type Device = {
  account: string; meter: string; name: string; tariff: string; latitude: string; longitude: string;
  wanted: SupplyState; found?: SupplyState | null; balance: Money; lastReading?: string | null; kw?: string | null;
};
export type Operations = {
  now: string; pace: number; load: { kw: string; series: { at: string; kw: string }[] };
  counts: { on: number; off: number; unknown: number; mismatch: number; silent: number };
  devices: Device[]; alerts: Alert[]; rejectedPacks: { name: string; problems: RuleProblem[] }[]; brake: Brake;
};
