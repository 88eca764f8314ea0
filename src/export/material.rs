//! What every document is made of: a plan, its forecast, and what is known beside it.

use crate::forecast::cohorts::Starts;
use crate::forecast::simulation::attempts;
use crate::forecast::trust::{Estimated, TrustReport};
use crate::forecast::{self, Forecast, Place, chance};
use crate::plan::cut::Cut;
use crate::plan::{CheckedPlan, Plan};
use crate::risk::Summary;
use crate::text::facts::{Chances, worst_slot};
use crate::text::{Catalogue, Language};
use crate::wire::fingerprint::fingerprint;

/// Larger plans are simulated only where somebody asks for it [attempts].
const SIMULATED_MOST: f64 = 2_000_000.0;

/// A plan with its forecast, whose slots are judged with their chances where risk is known.
pub struct Material {
    checked: CheckedPlan,
    /// Judged with the chances.
    pub forecast: Forecast,
    pub starts: Starts,
    /// Of this very plan; `None` = not computed.
    pub risk: Option<Summary>,
    pub trust: TrustReport,
    pub language: Language,
    pub fingerprint: String,
    /// The address that opens the plan; `None` = not known where the planner stands.
    pub link: Option<String>,
    /// The same address in the letters that make the smaller QR code.
    pub link_for_qr: Option<String>,
    /// Whether the report has a chapter of requirements.
    pub with_requirements: bool,
}

impl Material {
    /// Computes the forecast of `checked`; `risk` is of the same plan, `address` that of the planner without fragment.
    pub fn new(checked: CheckedPlan, risk: Option<Summary>, language: Language, address: Option<&str>) -> Self {
        Self::with_simulation(checked, risk, None, language, address)
    }

    /// The same where every person of the plan was simulated.
    pub fn with_simulation(
        checked: CheckedPlan,
        risk: Option<Summary>,
        estimates: Option<Estimated>,
        language: Language,
        address: Option<&str>,
    ) -> Self {
        let mut forecast = forecast::run(&checked);
        // Estimates of another plan say nothing.
        let estimates = estimates.filter(|estimates| estimates.slots.len() == forecast.slots.len() + 1);
        let trust = TrustReport { chance: chance::chance(&checked, &forecast), estimates };
        let chances = Chances { risk: risk.as_ref(), trust: Some(&trust) };
        for (index, slot) in forecast.slots.iter_mut().enumerate() {
            slot.verdict = chances.verdict(index, slot.verdict);
        }
        let starts = Starts::new(checked.plan(), checked.cut(), &forecast);
        let fingerprint = fingerprint(checked.plan());
        let link = address.map(|address| format!("{address}{}", crate::wire::link::encode(checked.plan())));
        let link_for_qr =
            address.map(|address| format!("{address}{}", crate::wire::link::encode_for_qr(checked.plan())));
        Self {
            checked,
            forecast,
            starts,
            risk,
            trust,
            language,
            fingerprint,
            link,
            link_for_qr,
            with_requirements: false,
        }
    }

    /// The same, whose report has a chapter of requirements.
    #[must_use]
    pub fn with_requirements(self, with_requirements: bool) -> Self {
        Self { with_requirements, ..self }
    }

    pub fn checked(&self) -> &CheckedPlan {
        &self.checked
    }

    pub fn plan(&self) -> &Plan {
        self.checked.plan()
    }

    pub fn cut(&self) -> &Cut {
        self.checked.cut()
    }

    pub fn text(&self) -> &'static Catalogue {
        self.language.catalogue()
    }

    /// What the sentences of the verdict rest on.
    pub fn chances(&self) -> Chances<'_> {
        Chances { risk: self.risk.as_ref(), trust: Some(&self.trust) }
    }

    /// Whether the verdict waits for a simulation of every person: chance may turn it, or no equation says whether; and
    /// the page would simulate such a plan by itself.
    pub fn needs_simulation(&self) -> bool {
        let is_moved = match &self.trust.chance {
            Some(chance) => chance.iter().flatten().any(|slot| slot.needs_simulation),
            None => true,
        };
        is_moved && self.trust.estimates.is_none() && attempts(&self.forecast) <= SIMULATED_MOST
    }

    /// The stage at which the slot that comes off worst is narrowest.
    pub fn narrowest_stage(&self) -> usize {
        match worst_slot(&self.forecast.slots).map(|index| self.forecast.slots[index].bottleneck) {
            Some(Place::Stage(index)) => index,
            Some(Place::WaitingRoom) | None => 0,
        }
    }
}
